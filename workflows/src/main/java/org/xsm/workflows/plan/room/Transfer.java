package org.xsm.workflows.plan.room;

/** An act with the memory that it takes when it begins and gives when it is done. */
record Transfer(Act act, Share takes, Share gives) {}
