package org.xsm.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.workflows.Home;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.TemplateSnapshot;

class FolderTemplatesTest {
  @TempDir Path root;
  private Path folder;
  private FolderTemplates templates;

  @BeforeEach
  void make_a_folder() throws IOException {
    folder = Files.createDirectory(root.resolve("templates"));
    templates = new FolderTemplates(folder);
  }

  @Test
  void a_template_is_a_file_with_its_name() throws IOException {
    Files.writeString(folder.resolve("web.cfg"), "memory = 64 # Grün\n");
    Files.writeString(folder.resolve("db.cfg"), "");

    assertThat(templates.list()).extracting(TemplateName::value).containsExactly("db", "web");
    assertThat(templates.find(new TemplateName("web")).map(Template::text))
        .contains("memory = 64 # Grün\n");
    assertThat(templates.find(new TemplateName("mail"))).isEmpty();
  }

  @Test
  void a_changed_template_is_seen_at_once() throws IOException {
    Files.writeString(folder.resolve("web.cfg"), "old");
    templates.find(new TemplateName("web"));
    Files.writeString(folder.resolve("web.cfg"), "new");

    assertThat(templates.find(new TemplateName("web")).map(Template::text)).contains("new");
  }

  @Test
  void what_is_no_template_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "x");
    Files.writeString(folder.resolve(".hidden.cfg"), "x");
    Files.writeString(folder.resolve("a b.cfg"), "x");
    Files.writeString(folder.resolve("-h.cfg"), "x");
    Files.createDirectory(folder.resolve("folder.cfg"));
    Files.write(folder.resolve("largest.cfg"), new byte[64 * 1024]);

    assertThat(templates.list()).extracting(TemplateName::value).containsExactly("largest");
  }

  @Test
  void what_cannot_be_read_is_no_missing_template_but_says_what_is_wrong() throws IOException {
    Files.write(folder.resolve("latin1.cfg"), new byte[] {'a', (byte) 0xFC});
    Files.write(folder.resolve("large.cfg"), new byte[64 * 1024 + 1]);

    assertThat(templates.list()).extracting(TemplateName::value).containsExactly("large", "latin1");
    assertThat(wrong("latin1")).hasMessageContaining("latin1.cfg is not in UTF-8");
    assertThat(wrong("latin1").advice()).contains("Save it as UTF-8");
    assertThat(wrong("large")).hasMessageContaining("large.cfg is larger than 64 KiB");
    TemplateSnapshot snapshot = TemplateSnapshot.of(templates, templates.list().stream());
    assertThat(snapshot.list()).isEqualTo(templates.list());
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> snapshot.find(new TemplateName("latin1")));
  }

  private InvalidValue wrong(String name) {
    return catchThrowableOfType(InvalidValue.class, () -> templates.find(new TemplateName(name)));
  }

  @Test
  void a_link_is_followed_within_the_folder_only() throws IOException {
    Files.writeString(root.resolve("secret.cfg"), "secret");
    Files.writeString(folder.resolve("web.cfg"), "web");
    Files.createSymbolicLink(folder.resolve("out.cfg"), root.resolve("secret.cfg"));
    Files.createSymbolicLink(folder.resolve("in.cfg"), folder.resolve("web.cfg"));
    Files.createSymbolicLink(folder.resolve("nowhere.cfg"), root.resolve("nowhere"));

    assertThat(templates.list()).extracting(TemplateName::value).containsExactly("in", "web");
    assertThat(templates.find(new TemplateName("out"))).isEmpty();
  }

  @Test
  void a_folder_that_is_gone_has_no_templates() throws IOException {
    Files.delete(folder);

    assertThat(templates.list()).isEmpty();
    assertThat(templates.find(new TemplateName("web"))).isEmpty();
  }

  @Test
  void a_fresh_home_gets_examples() {
    Home home = new Home(root.resolve("fresh"));

    ExampleTemplates.layInto(home);

    assertThat(new FolderTemplates(home.templates()).list())
        .extracting(TemplateName::value)
        .containsExactly("apache_svr", "mysql_svr");
    assertThat(home.root()).isDirectoryNotContaining("glob:**/.templates*");
  }

  @Test
  void a_templates_folder_that_is_there_is_never_touched() {
    ExampleTemplates.layInto(new Home(root));

    assertThat(folder).isEmptyDirectory();
  }
}
