package org.xsm.webtasks.pages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the page of an approval asks ({@code xsm.approval}).
 *
 * @param typeNameAbove when a plan retires more VMs than this, its approver types the set's name on
 *     the page
 */
@ConfigurationProperties("xsm.approval")
public record ApprovingSettings(@DefaultValue("4") int typeNameAbove) {}
