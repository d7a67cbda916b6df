"""Storage policies, looked at and made with another client: one that the VMFS datastore alone meets, and what follows which."""

from pyVmomi import SoapStubAdapter, VmomiSupport, pbm

from vcenter import URL, trusting


class StoragePolicies:
    def __init__(self, vcenter):
        VmomiSupport.GetRequestContext()["vcSessionCookie"] = vcenter.si._stub.cookie.split('"')[1]
        stub = SoapStubAdapter(
            host=URL.hostname, port=URL.port, version="pbm.version.version1", path="/pbm/sdk", sslContext=trusting()
        )
        self.manager = pbm.ServiceInstance("ServiceInstance", stub).RetrieveContent().profileManager
        self.storage = pbm.profile.ResourceType(resourceType=pbm.profile.ResourceTypeEnum.STORAGE)
        names = self.names()
        self.reserving = names.get("reserving") or self.create("reserving")
        self.relaxed = names["VVol No Requirements Policy"]

    def leave(self):
        """What pyVmomi says with each call of this program: who has a session already may not log in."""
        VmomiSupport.GetRequestContext().pop("vcSessionCookie", None)

    def names(self):
        ids = self.manager.PbmQueryProfile(self.storage, "REQUIREMENT")
        return {profile.name: profile.profileId.uniqueId for profile in self.manager.PbmRetrieveContent(ids)}

    def create(self, name):
        unique = pbm.capability.CapabilityMetadata.UniqueId(
            namespace="com.vmware.storage.volumeallocation", id="VolumeAllocationType"
        )
        value = pbm.capability.PropertyInstance(id="VolumeAllocationType", value="Reserve space")
        rule = pbm.capability.CapabilityInstance(
            id=unique, constraint=[pbm.capability.ConstraintInstance(propertyInstance=[value])]
        )
        part = pbm.profile.SubProfileCapabilityConstraints.SubProfile(name="rules", capability=[rule])
        constraints = pbm.profile.SubProfileCapabilityConstraints(subProfiles=[part])
        spec = pbm.profile.CapabilityBasedProfileCreateSpec(
            name=name, description="", resourceType=self.storage, constraints=constraints
        )
        return self.manager.PbmCreate(spec).uniqueId

    def followed(self, machine, disk):
        """The policies of a machine and of its disk."""
        home = pbm.ServerObjectRef(objectType="virtualMachine", key=machine._moId)
        drive = pbm.ServerObjectRef(objectType="virtualDiskId", key=f"{machine._moId}:{disk.key}")
        return [[p.uniqueId for p in self.manager.PbmQueryAssociatedProfile(ref)] for ref in (home, drive)]
