package org.xsm.routes.inbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/**
 * Lets Camel's file consumer have ripe files only. Unlike Camel's own read locks it never waits: a
 * file that is not ripe is asked about again at the next poll.
 */
final class RipeFileLock implements GenericFileExclusiveReadLockStrategy<File> {
  private final Ripeness ripeness;

  RipeFileLock(Ripeness ripeness) {
    this.ripeness = ripeness;
  }

  @Override
  public boolean acquireExclusiveReadLock(
      GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange)
      throws IOException {
    try {
      return ripeness.isRipe(file.getFile().toPath());
    } catch (NoSuchFileException gone) {
      return false;
    } catch (AccessDeniedException unreadable) {
      // Waiting does not help; whoever reads it next reports it.
      return true;
    }
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
    // There are no lock files that a crash could have left.
  }

  @Override
  public void releaseExclusiveReadLockOnAbort(
      GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
    // Nothing is held.
  }

  @Override
  public void releaseExclusiveReadLockOnRollback(
      GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
    // Nothing is held.
  }

  @Override
  public void releaseExclusiveReadLockOnCommit(
      GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
    // Nothing is held.
  }

  @Override
  public void setTimeout(long timeout) {
    // Never waits.
  }

  @Override
  public void setCheckInterval(long checkInterval) {
    // Asked at every poll.
  }

  @Override
  public void setReadLockLoggingLevel(LoggingLevel level) {
    // Says nothing.
  }

  @Override
  public void setMarkerFiler(boolean markerFile) {
    // Makes no marker files.
  }

  @Override
  public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {
    // Makes no lock files.
  }
}
