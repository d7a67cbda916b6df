/** A guest's name in words, as vCenter shows it: `debian11_64Guest` is `Debian GNU/Linux 11 (64-bit)`. */

/** Ids whose names follow no rule; the text is whole. */
const WHOLE: { readonly [id: string]: string } = {
  dosGuest: 'Microsoft MS-DOS',
  win31Guest: 'Microsoft Windows 3.1',
  win95Guest: 'Microsoft Windows 95',
  win98Guest: 'Microsoft Windows 98',
  winMeGuest: 'Microsoft Windows Millennium Edition',
  winNTGuest: 'Microsoft Windows NT',
  win2000ProGuest: 'Microsoft Windows 2000 Professional',
  win2000ServGuest: 'Microsoft Windows 2000 Server',
  win2000AdvServGuest: 'Microsoft Windows 2000',
  winXPHomeGuest: 'Microsoft Windows XP Home Edition',
  winNetWebGuest: 'Microsoft Windows Server 2003 Web Edition (32-bit)',
  winNetBusinessGuest: 'Microsoft Windows Small Business Server 2003',
  windows7Server64Guest: 'Microsoft Windows Server 2008 R2 (64-bit)',
  windows8Server64Guest: 'Microsoft Windows Server 2012 (64-bit)',
  windows9Server64Guest: 'Microsoft Windows Server 2016 (64-bit)',
  windows2019srv_64Guest: 'Microsoft Windows Server 2019 (64-bit)',
  windows2019srvNext_64Guest: 'Microsoft Windows Server 2022 (64-bit)',
  windows2022srvNext_64Guest: 'Microsoft Windows Server 2025 (64-bit)',
  windowsHyperVGuest: 'Microsoft Windows Hyper-V',
  redhatGuest: 'Red Hat Linux 2.1',
  rhel2Guest: 'Red Hat Enterprise Linux 2.1',
  nld9Guest: 'Novell Linux Desktop 9',
  oesGuest: 'Novell Open Enterprise Server',
  sjdsGuest: 'Sun Java Desktop System',
  mandrakeGuest: 'Mandrake Linux',
  genericLinuxGuest: 'Other Linux',
  solaris6Guest: 'Sun Microsystems Solaris 6',
  solaris7Guest: 'Sun Microsystems Solaris 7',
  solaris8Guest: 'Sun Microsystems Solaris 8',
  solaris9Guest: 'Sun Microsystems Solaris 9',
  os2Guest: 'IBM OS/2',
  eComStationGuest: 'Serenity Systems eComStation 1',
  eComStation2Guest: 'Serenity Systems eComStation 2',
  netware4Guest: 'Novell NetWare 4',
  netware5Guest: 'Novell NetWare 5.1',
  netware6Guest: 'Novell NetWare 6.x',
  openServer5Guest: 'SCO OpenServer 5',
  openServer6Guest: 'SCO OpenServer 6',
  unixWare7Guest: 'SCO UnixWare 7',
  vmkernelGuest: 'VMware ESX 4.x',
  vmkernel5Guest: 'VMware ESXi 5.x',
  vmkernel6Guest: 'VMware ESXi 6.x',
  vmkernel65Guest: 'VMware ESXi 6.5 or later',
  vmkernel7Guest: 'VMware ESXi 7.x',
  vmkernel8Guest: 'VMware ESXi 8.0 or later',
  vmkernel9Guest: 'VMware ESXi 9.0 or later',
  crxPod1Guest: 'VMware CRX Pod 1',
  crxSys1Guest: 'VMware CRX System 1',
};

/** Families: the id without width and `Guest`, with its number as `$1`, and the name before the width. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^winXPPro$/, 'Microsoft Windows XP Professional'],
  [/^winNetStandard$/, 'Microsoft Windows Server 2003 Standard'],
  [/^winNetEnterprise$/, 'Microsoft Windows Server 2003'],
  [/^winNetDatacenter$/, 'Microsoft Windows Server 2003 Datacenter'],
  [/^winLonghorn$/, 'Microsoft Windows Server 2008'],
  [/^winVista$/, 'Microsoft Windows Vista'],
  [/^windows9$/, 'Microsoft Windows 10'],
  [/^windows(\d+)$/, 'Microsoft Windows $1'],
  [/^freebsd$/, 'FreeBSD Pre-11 versions'],
  [/^freebsd(1[1-3])$/, 'FreeBSD $1'],
  [/^freebsd(\d+)$/, 'FreeBSD $1 or later versions'],
  [/^rhel(\d+)$/, 'Red Hat Enterprise Linux $1'],
  [/^centos$/, 'CentOS 4/5'],
  [/^centos(\d+)$/, 'CentOS $1'],
  [/^oracleLinux$/, 'Oracle Linux 4/5'],
  [/^oracleLinux(\d+)$/, 'Oracle Linux $1'],
  [/^suse$/, 'SUSE Linux'],
  [/^sles$/, 'SUSE Linux Enterprise 8/9'],
  [/^sles(\d+)$/, 'SUSE Linux Enterprise $1'],
  [/^mandriva$/, 'Mandriva Linux'],
  [/^turboLinux$/, 'Turbolinux'],
  [/^ubuntu$/, 'Ubuntu Linux'],
  [/^debian(\d+)$/, 'Debian GNU/Linux $1'],
  [/^asianux(\d+)$/, 'Asianux $1'],
  [/^miraclelinux$/, 'MIRACLE LINUX'],
  [/^pardus$/, 'Pardus'],
  [/^opensuse$/, 'openSUSE'],
  [/^fedora$/, 'Red Hat Fedora'],
  [/^coreos$/, 'CoreOS Linux'],
  [/^vmwarePhoton$/, 'VMware Photon OS'],
  [/^other24xLinux$/, 'Other 2.4.x Linux'],
  [/^other26xLinux$/, 'Other 2.6.x Linux'],
  [/^other3xLinux$/, 'Other 3.x or later Linux'],
  [/^other(\d)xLinux$/, 'Other $1.x or later Linux'],
  [/^otherLinux$/, 'Other Linux'],
  [/^solaris(\d+)$/, 'Oracle Solaris $1'],
  [/^fusionos$/, 'FusionOS'],
  [/^prolinux$/, 'ProLinux'],
  [/^kylinlinux$/, 'Kylin Linux'],
  [/^flatcar$/, 'Flatcar'],
  [/^darwin$/, 'Apple Mac OS X 10.5'],
  [/^darwin(\d+)$/, 'Apple macOS (Darwin $1)'],
  [/^amazonlinux(\d+)$/, 'Amazon Linux $1'],
  [/^rockylinux$/, 'Rocky Linux'],
  [/^almalinux$/, 'AlmaLinux'],
  [/^other$/, 'Other'],
];

export function guestName(guestId: string): string {
  const whole = Object.hasOwn(WHOLE, guestId) ? WHOLE[guestId] : undefined;
  if (whole !== undefined) return whole;
  const wide = /_?64(Guest)?$|Guest64$/.test(guestId);
  const bare = guestId.replace(/_?(64)?Guest(64)?$/, '');
  for (const [id, name] of FAMILIES) {
    if (id.test(bare)) return `${bare.replace(id, name)} (${wide ? '64' : '32'}-bit)`;
  }
  return guestId;
}

/** As GuestInfo.guestFamily has it. */
export function guestFamily(guestId: string): string {
  if (/^(win|dos)/i.test(guestId)) return 'windowsGuest';
  if (/^darwin/.test(guestId)) return 'darwinGuestFamily';
  if (/^solaris/.test(guestId)) return 'solarisGuest';
  if (/^netware/.test(guestId)) return 'netwareGuest';
  if (/^(other|freebsd|os2|eCom|openServer|unixWare|vmkernel|crx)/.test(guestId) && !/Linux/.test(guestId)) {
    return 'otherGuestFamily';
  }
  return 'linuxGuest';
}
