package org.xsm.connectors.xen;

import java.time.Duration;

/**
 * How long hosts may take.
 *
 * @param look to answer a question
 * @param command to end an operation, before we answer that it is in progress
 */
public record Limits(Duration look, Duration command) {}
