/** Users, groups and logins, kept by the engine's identity service. */
package org.xsm.engine.people;
