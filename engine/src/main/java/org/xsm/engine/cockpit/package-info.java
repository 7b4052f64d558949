/** Camunda's own web applications, for admins only, under the same login. */
package org.xsm.engine.cockpit;
