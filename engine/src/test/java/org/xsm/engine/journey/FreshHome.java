package org.xsm.engine.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives a manager a home folder of its own, which goes when the tests are through. */
public final class FreshHome
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      var home = Files.createTempDirectory("xsm-home-");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile()), "xsm-tidy"));
      TestPropertyValues.of("xsm.home=" + home).applyTo(context);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
