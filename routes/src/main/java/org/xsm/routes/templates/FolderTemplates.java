package org.xsm.routes.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.Templates;

/**
 * The templates that lie as {@code NAME.cfg} in a folder, in UTF-8 and of at most 64 KiB. Left
 * alone are files with unsafe names, and what lies outside the folder behind a link.
 */
public final class FolderTemplates implements Templates {
  private static final int LARGEST = 64 * 1024;
  private static final String ENDING = ".cfg";

  private final Path folder;

  /**
   * @param folder where the templates lie; it is looked at afresh on every call
   */
  public FolderTemplates(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Template> find(TemplateName name) {
    Path file = file(name);
    return liesInFolder(file) ? Optional.of(new Template(name, text(file))) : Optional.empty();
  }

  @Override
  public List<TemplateName> list() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .flatMap(name -> safe(name).stream())
          .filter(name -> liesInFolder(file(name)))
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<TemplateName> safe(String name) {
    try {
      return Optional.of(new TemplateName(name));
    } catch (InvalidValue unsafe) {
      return Optional.empty();
    }
  }

  private boolean liesInFolder(Path file) {
    try {
      return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }

  private Path file(TemplateName name) {
    return folder.resolve(name.value() + ENDING);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw wrong(file, "is larger than 64 KiB", "A guest config is a short text; is it one?");
      }
      return utf8(bytes);
    } catch (CharacterCodingException other) {
      throw wrong(file, "is not in UTF-8", "Save it as UTF-8, or write its text without accents.");
    } catch (IOException unreadable) {
      throw wrong(
          file,
          "cannot be read (" + unreadable.getClass().getSimpleName() + ")",
          "Make the file readable for the user whom the manager runs as.");
    }
  }

  private static InvalidValue wrong(Path file, String what, String advice) {
    return new InvalidValue("the template's file " + file.getFileName() + " " + what, advice);
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
