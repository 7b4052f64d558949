/** The ground of the house: plain Java that knows no framework. */
package org.xsm.workflows;
