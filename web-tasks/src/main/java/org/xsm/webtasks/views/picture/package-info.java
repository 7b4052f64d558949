/** A plan as a picture: hosts as columns, time from top to bottom, memory beside each host. */
package org.xsm.webtasks.views.picture;
