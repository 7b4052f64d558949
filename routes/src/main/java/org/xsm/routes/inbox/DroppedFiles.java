package org.xsm.routes.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Tells dropped files from what else may lie in the inbox: folders, links, devices, parts. */
final class DroppedFiles implements GenericFileFilter<File> {
  @Override
  public boolean accept(GenericFile<File> file) {
    try {
      return !new FileName(file.getFileNameOnly()).isPassedOver()
          && Files.isRegularFile(file.getFile().toPath(), NOFOLLOW_LINKS);
    } catch (InvalidPathException otherLocale) {
      // A name that this JVM's locale cannot write: it must not end the poll for the others.
      return false;
    }
  }
}
