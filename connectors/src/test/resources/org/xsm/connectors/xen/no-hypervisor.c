/* Stands before Xen's libraries (LD_PRELOAD), so that xl reads guest configs where no Xen runs:
 * "xl -N create" asks the hypervisor for nothing but its version and the machine's size. */
#include <string.h>

#define CPUS 64
#define NODES 8

static char handle[4096];

void *xc_interface_open(void) { return handle; }
int xc_interface_close(void *xc) { return 0; }
void *xs_open(unsigned long flags) { return handle; }
void xs_close(void *xs) { }

/* Of what can be asked for, 2 is four texts in one structure, and 7 the size of a page. */
int xc_version(void *xc, int what, void *answer)
{
    if (answer)
        memset(answer, 0, what == 2 ? 144 : 8);
    return what == 7 ? 4096 : what == 0 ? 4 << 16 | 17 : 0;
}

/* The fifth number of struct xen_sysctl_physinfo. */
int xc_physinfo(void *xc, unsigned *machine)
{
    machine[4] = NODES;
    return 0;
}

int xc_numainfo(void *xc, unsigned *nodes, unsigned long long (*memory)[2], unsigned *distance)
{
    if (memory)
        memset(memory, 0, *nodes * sizeof *memory);
    if (distance)
        memset(distance, 0, *nodes * *nodes * sizeof *distance);
    *nodes = NODES;
    return 0;
}

int xc_get_max_cpus(void *xc) { return CPUS; }
int xc_get_online_cpus(void *xc) { return CPUS; }
int xc_get_max_nodes(void *xc) { return NODES; }
long xc_sharing_freed_pages(void *xc) { return 0; }
long xc_sharing_used_frames(void *xc) { return 0; }
