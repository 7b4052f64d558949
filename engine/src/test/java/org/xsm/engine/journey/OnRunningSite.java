package org.xsm.engine.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.xsm.engine.Application;

/**
 * Runs a test on the whole manager, with a fresh home and quick simulated hosts. All tests with
 * this annotation share one manager, so each uses a set and hosts of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "xsm.limits.shutdown-timeout=8s",
      "xsm.hosts.command-limit=5s",
      "xsm.hosts.guest-limit=3s",
      "xsm.hosts.migration-limit=15s",
      "xsm.observation.period=10m",
      "xsm.simulated.create-time=200ms",
      "xsm.simulated.shutdown-time=400ms",
      "xsm.simulated.migrate-time=500ms",
      "xsm.simulated.acknowledge-time=1s",
      "xsm.simulated.install-time=1s",
      "xsm.limits.stage-timeout=8s"
    })
@ContextConfiguration(initializers = FreshHome.class, classes = Rehearsal.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface OnRunningSite {}
