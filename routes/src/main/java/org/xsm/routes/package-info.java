/** The watched folder, reading and writing site XML, templates, and periodic observation. */
package org.xsm.routes;
