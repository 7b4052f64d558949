/** The manager's own small files, each written in one step. */
package org.xsm.connectors.files;
