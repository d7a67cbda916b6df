"""Volumes and the storage policies that they follow."""

from cinder_seen_side import VolumeCase
from policy_side import StoragePolicies


class PolicyCase(VolumeCase):
    """One policy can be met by the VMFS datastore alone, the other one by all."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.policies = StoragePolicies(cls.vcenter)
        cls.reserving = cls.policies.reserving
        cls.relaxed = cls.policies.relaxed

    @classmethod
    def names(cls):
        return cls.policies.names()

    @classmethod
    def create(cls, name):
        return cls.policies.create(name)

    def followed(self, volume):
        """The policies of a volume's machine and of its disk."""
        return self.policies.followed(self.machine(volume), self.disk(volume))

    def stores(self, volume):
        return [store.name for store in self.machine(volume).datastore]
