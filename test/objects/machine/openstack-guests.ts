/** The guest identifiers that OpenStack documents for `vmware_ostype`. */
export const OPENSTACK_GUESTS: readonly string[] = (
  'asianux3_64Guest asianux3Guest asianux4_64Guest asianux4Guest darwin64Guest darwinGuest debian4_64Guest ' +
  'debian4Guest debian5_64Guest debian5Guest dosGuest freebsd64Guest freebsdGuest mandrivaGuest netware4Guest ' +
  'netware5Guest netware6Guest nld9Guest oesGuest openServer5Guest openServer6Guest opensuse64Guest ' +
  'opensuseGuest os2Guest other24xLinux64Guest other24xLinuxGuest other26xLinux64Guest other26xLinuxGuest ' +
  'otherGuest otherGuest64 otherLinux64Guest otherLinuxGuest redhatGuest rhel2Guest rhel3_64Guest rhel3Guest ' +
  'rhel4_64Guest rhel4Guest rhel5_64Guest rhel5Guest rhel6_64Guest rhel6Guest sjdsGuest sles10_64Guest ' +
  'sles10Guest sles11_64Guest sles11Guest sles64Guest slesGuest solaris10_64Guest solaris10Guest solaris6Guest ' +
  'solaris7Guest solaris8Guest solaris9Guest suse64Guest suseGuest turboLinux64Guest turboLinuxGuest ' +
  'ubuntu64Guest ubuntuGuest unixWare7Guest win2000AdvServGuest win2000ProGuest win2000ServGuest win31Guest ' +
  'win95Guest win98Guest windows7_64Guest windows7Guest windows7Server64Guest winLonghorn64Guest ' +
  'winLonghornGuest winMeGuest winNetBusinessGuest winNetDatacenter64Guest winNetDatacenterGuest ' +
  'winNetEnterprise64Guest winNetEnterpriseGuest winNetStandard64Guest winNetStandardGuest winNetWebGuest ' +
  'winNTGuest winVista64Guest winVistaGuest winXPHomeGuest winXPPro64Guest winXPProGuest'
).split(' ');
