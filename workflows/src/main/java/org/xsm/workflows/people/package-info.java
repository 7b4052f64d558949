/** Who people are, and the ports through which pages and roof speak about logins and tokens. */
package org.xsm.workflows.people;
