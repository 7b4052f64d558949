/** The site file: its elements, its values, and everything that may be wrong with them. */
package org.xsm.routes.site;
