/**
 * The engine and its web applications: how they are set up, deployed to, and kept from doing harm.
 */
package org.xsm.engine.camunda;
