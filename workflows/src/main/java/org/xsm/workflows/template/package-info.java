/** Guest config templates, and the guest configs that are made of them. */
package org.xsm.workflows.template;
