/** Guest config templates as files in a folder. */
package org.xsm.routes.templates;
