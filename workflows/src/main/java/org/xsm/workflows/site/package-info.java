/** What is wanted: the site as its administrator describes it, and what may be wrong with that. */
package org.xsm.workflows.site;
