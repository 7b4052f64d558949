package org.xsm.workflows.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.site.InvalidValue;

class GuestNeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phy:/dev/vg0/root,xvda,w | /dev/vg0/root",
        "phy:vg0/root,xvda,w | /dev/vg0/root",
        "file:/srv/a.img,xvda1,w | /srv/a.img",
        "tap:aio:/srv/a.img,xvda1,w | /srv/a.img",
        "tap2:tapdisk:vhd:/srv/a.vhd,xvda1,w | /srv/a.vhd",
        "/srv/a b.qcow2,qcow2,xvda,rw | /srv/a b.qcow2",
        "vdev=xvda, format=raw, target=/srv/a,b.img | /srv/a,b.img",
        "phy:/dev/disk/by-path/ip-1.2.3.4:3260-lun-0,xvda,w | /dev/disk/by-path/ip-1.2.3.4:3260-lun-0"
      })
  void a_disk_is_a_path_on_the_host(String disk, String path) {
    assertThat(GuestNeeds.of("disk = [ '" + disk + "' ]").disks()).containsExactly(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vdev=hdc,devtype=cdrom",
        "drbd:r0,xvda,w",
        "rbd:pool/image,raw,xvda,w",
        "format=raw,vdev=xvda,script=block-iscsi,target=iqn=x",
        "vdev=xvda,backend=storage,target=/dev/x",
        ",,hdc:cdrom,r",
        "http://example.com/a.img,raw,hdc"
      })
  void what_lies_elsewhere_is_no_path(String disk) {
    assertThat(GuestNeeds.of("disk = [ '" + disk + "' ]").disks()).isEmpty();
  }

  @Test
  void bridges_and_disks_of_all_entries_count_once() {
    GuestNeeds needs =
        GuestNeeds.of(
            """
            # bridge=no
            vif = [ "mac=00:16:3e:00:00:01, bridge=xenbr0",
                    'bridge=br1,script=vif-bridge', '' ]
            disk = [ 'phy:/dev/a,xvda,w', 'phy:/dev/a,xvdb,r', # 'phy:/dev/old,xvdd,w'
                     'file:/b,xvdc,w' ]
            """);

    assertThat(needs.bridges()).containsExactly("br1", "xenbr0");
    assertThat(needs.disks()).containsExactly("/b", "/dev/a");
  }

  @Test
  void what_is_no_guest_config_is_refused() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> GuestNeeds.of("import os"));
  }
}
