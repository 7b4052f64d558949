package org.xsm.workflows.plan;

/**
 * What stands against doing something with a VM.
 *
 * @param message goes on after the VM's name
 */
record Obstacle(FindingKind kind, String message, String advice) {}
