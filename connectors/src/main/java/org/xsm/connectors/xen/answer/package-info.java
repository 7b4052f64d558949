/** What Xen's tools print, as far as xl and xm print the same. */
package org.xsm.connectors.xen.answer;
