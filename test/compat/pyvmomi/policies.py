import unittest

from pyVmomi import SoapStubAdapter, VmomiSupport, pbm, vim, vmodl

from case import run
from vcenter import URL, Vcenter, disk, scsi, trusting

VSAN_DEFAULT = "aa6d5a82-1c88-45da-85d3-3d74b91a5bad"


def policies_of(vcenter, version="pbm.version.version1"):
    """The storage policy service in the session of a vCenter, as the community's samples get at it."""
    cookie = vcenter.si._stub.cookie.split('"')[1]
    VmomiSupport.GetRequestContext()["vcSessionCookie"] = cookie
    stub = SoapStubAdapter(
        host=URL.hostname, port=URL.port, version=version, path="/pbm/sdk", poolSize=0, sslContext=trusting()
    )
    return pbm.ServiceInstance("ServiceInstance", stub)


class Policies(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.service = policies_of(cls.vcenter)
        cls.content = cls.service.RetrieveContent()
        cls.manager = cls.content.profileManager
        cls.storage = pbm.profile.ResourceType(resourceType=pbm.profile.ResourceTypeEnum.STORAGE)

    def rules(self, stripes=1):
        name = pbm.capability.CapabilityMetadata.UniqueId(namespace="VSAN", id="stripeWidth")
        value = pbm.capability.PropertyInstance(id="stripeWidth", value=stripes)
        constraint = pbm.capability.ConstraintInstance(propertyInstance=[value])
        rule = pbm.capability.CapabilityInstance(id=name, constraint=[constraint])
        sub = pbm.profile.SubProfileCapabilityConstraints.SubProfile(name="rules", capability=[rule])
        return pbm.profile.SubProfileCapabilityConstraints(subProfiles=[sub])

    def create(self, name):
        spec = pbm.profile.CapabilityBasedProfileCreateSpec(
            name=name, description="made by a test", resourceType=self.storage, constraints=self.rules()
        )
        made = self.manager.PbmCreate(spec)
        self.addCleanup(self.manager.PbmDelete, [made])
        return made

    def test_a_vcenter_comes_with_policies(self):
        ids = self.manager.PbmQueryProfile(self.storage, "REQUIREMENT")
        names = [p.name for p in self.manager.PbmRetrieveContent(ids)]
        self.assertIn("vSAN Default Storage Policy", names)
        self.assertIn("VM Encryption Policy", names)
        self.assertEqual(self.service.content.profileManager, self.manager)

    def test_rules_come_back_as_they_went(self):
        made = self.create("rules")
        [profile] = self.manager.PbmRetrieveContent([made])
        self.assertIsInstance(profile, pbm.profile.CapabilityBasedProfile)
        [sub] = profile.constraints.subProfiles
        self.assertEqual(sub.capability[0].constraint[0].propertyInstance[0].value, 1)

    def test_a_name_that_is_taken_is_a_fault_of_the_service(self):
        self.create("taken")
        with self.assertRaises(pbm.fault.DuplicateName):
            self.create("taken")

    def test_a_profile_that_is_not_there_is_a_fault_of_the_vsphere_api(self):
        with self.assertRaises(vmodl.fault.InvalidArgument) as caught:
            self.manager.PbmRetrieveContent([pbm.profile.ProfileId(uniqueId="nothing")])
        self.assertEqual(caught.exception.invalidProperty, "profileIds")

    def test_nobody_calls_it_without_a_session(self):
        context = VmomiSupport.GetRequestContext()
        kept = context.pop("vcSessionCookie")
        self.addCleanup(context.__setitem__, "vcSessionCookie", kept)
        with self.assertRaises(vmodl.fault.SecurityError):
            self.manager.PbmQueryProfile(self.storage)

    def test_a_machine_and_its_disk_follow_policies(self):
        made = self.create("followed")
        profile = vim.vm.DefinedProfileSpec(profileId=made.uniqueId)
        vsan = vim.vm.DefinedProfileSpec(profileId=VSAN_DEFAULT)
        drive = disk()
        drive.profile = [vsan]
        vm = self.vcenter.create("follower", scsi(), drive, vmProfile=[profile])
        self.addCleanup(self.vcenter.destroy, vm)
        ref = pbm.ServerObjectRef(objectType="virtualMachine", key=vm._moId)
        self.assertEqual([p.uniqueId for p in self.manager.PbmQueryAssociatedProfile(ref)], [made.uniqueId])
        drives = pbm.ServerObjectRef(objectType="virtualDiskId", key=f"{vm._moId}:2000")
        self.assertEqual([p.uniqueId for p in self.manager.PbmQueryAssociatedProfile(drives)], [VSAN_DEFAULT])
        [result] = self.content.complianceManager.PbmCheckCompliance([drives])
        self.assertEqual(result.complianceStatus, "nonCompliant")
        [outcome] = self.manager.PbmDelete([made])
        self.assertIsInstance(outcome.fault, pbm.fault.ResourceInUse)

    def test_no_local_datastore_offers_what_vsan_does(self):
        solver = self.content.placementSolver
        datastore = self.vcenter.all(vim.Datastore)[0]
        hub = pbm.placement.PlacementHub(hubType="Datastore", hubId=datastore._moId)
        profile = pbm.profile.ProfileId(uniqueId=VSAN_DEFAULT)
        [result] = solver.PbmCheckCompatibility([hub], profile)
        self.assertEqual(result.hub.hubId, datastore._moId)
        self.assertIsInstance(result.error[0], pbm.fault.PropertyMismatchFault)
        self.assertEqual(list(solver.PbmQueryMatchingHub([hub], profile)), [])

    def test_a_client_of_a_newer_version_is_spoken_to_in_it(self):
        manager = policies_of(self.vcenter, "pbm.version.version2").RetrieveContent().profileManager
        [profile] = manager.PbmRetrieveContent([pbm.profile.ProfileId(uniqueId=VSAN_DEFAULT)])
        self.assertEqual(profile.systemCreatedProfileType, "VsanDefaultProfile")


run()
