# serve: --scenario openstack --listen 127.0.4.1 --port 443
"""The store of glance on vSphere datastores. It knows no port but 443: the server listens there, at its own address."""

import unittest
import uuid

import glance_side as side
import requests
from glance_store import backend, exceptions, multi_backend
from pyVmomi import vim

from case import run
from control import broken, control
from images import MIB, noise
from vcenter import Vcenter

class StoreCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def add(self, store, content, size=None):
        image = str(uuid.uuid4())
        size = len(content) if size is None else size
        told = backend.store_add_to_backend_with_multihash(image, side.Stream(content), size, "sha512", store)
        return image, told

    def location(self, url, store):
        return side.located(url, store)

    def read(self, url, store):
        return side.whole(store.get(self.location(url, store)))

    def broken(self, rule):
        return broken(self, **rule)


class Images(StoreCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = side.store_of()

    def test_an_image_comes_back_as_it_went_by_an_address_that_says_where_it_lies(self):
        content = noise(3 * MIB + 17, 1)
        image, (url, size, _md5, multihash, _metadata) = self.add(self.store, content)
        host = side.URL.hostname
        self.assertEqual(url, f"vsphere://{host}/folder/openstack_glance/{image}?dsName=nas-1&dcPath=DC0")
        self.assertEqual((size, multihash), (len(content), side.sha512(content)))
        self.assertEqual(self.read(url, self.store), (content, len(content)))
        self.assertEqual(self.store.get_size(self.location(url, self.store)), len(content))

    def test_an_image_of_a_size_nobody_knows_yet_is_sent_in_chunks(self):
        content = noise(2 * MIB + 1, 2)
        _image, (url, size, *_rest) = self.add(self.store, content, size=0)
        self.assertEqual((size, self.store.get_size(self.location(url, self.store))), (len(content), len(content)))
        self.assertEqual(self.read(url, self.store)[0], content)

    def test_an_image_is_a_file_on_the_datastore_and_gone_once_deleted(self):
        image, (url, *_rest) = self.add(self.store, b"a few bytes")
        browser = self.vcenter.find("DC0/datastore/nas-1").browser
        spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=[image])
        look = lambda: self.vcenter.wait(browser.SearchDatastore_Task("[nas-1] openstack_glance", spec)).file
        self.assertEqual([file.path for file in look()], [image])
        self.store.delete(self.location(url, self.store))
        self.assertEqual(look(), [])

    def test_an_image_that_is_gone_is_NotFound_however_it_is_asked_for(self):
        _image, (url, *_rest) = self.add(self.store, b"a few bytes")
        self.store.delete(self.location(url, self.store))
        for act in (self.store.get, self.store.get_size, self.store.delete):
            with self.subTest(act.__name__), self.assertRaises(exceptions.NotFound):
                act(self.location(url, self.store))

    def test_the_store_reads_whole_images_only_and_its_server_ranges_too(self):
        content = noise(MIB, 3)
        _image, (url, *_rest) = self.add(self.store, content)
        with self.assertRaises(exceptions.StoreRandomGetNotSupported):
            self.store.get(self.location(url, self.store), offset=10)
        headers = {"Cookie": self.store._build_vim_cookie_header(), "Range": "bytes=1000-1999"}
        answer = requests.get(url.replace("vsphere:", "https:"), headers=headers, verify=side.CA)
        self.assertEqual((answer.status_code, answer.content), (206, content[1000:2000]))

    def test_all_it_does_is_done_in_one_session(self):
        def mine():
            sessions = self.vcenter.content.sessionManager.sessionList
            return [s.key for s in sessions if s.userName.lower().endswith("openstack-full")]

        self.store._build_vim_cookie_header(True)
        before = mine()
        _image, (url, *_rest) = self.add(self.store, noise(MIB, 4))
        self.read(url, self.store)
        self.store.delete(self.location(url, self.store))
        self.assertEqual(mine(), before)

    def test_names_of_folders_are_as_configured(self):
        store = side.store_of(vmware_store_image_dir="/images/of glance")
        image, (url, *_rest) = self.add(store, b"elsewhere")
        self.assertIn(f"/folder/images/of glance/{image}", url)
        self.assertEqual(self.read(url, store)[0], b"elsewhere")
        store.delete(self.location(url, store))


class Datastores(StoreCase):
    def test_the_heaviest_datastore_that_has_room_is_taken(self):
        store = side.store_of(vmware_datastores=["DC0:nas-1:100", "DC0:vmfs-1:200", "DC0:nas-2"])
        self.assertIn("dsName=vmfs-1", self.add(store, b"x")[1][0])
        control("/world", {"verb": "datastore.fill", "name": "vmfs-1", "free": "1MiB"})
        self.addCleanup(control, "/world", {"verb": "datastore.free", "name": "*"})
        self.assertIn("dsName=nas-1", self.add(store, bytes(2 * MIB))[1][0])
        control("/world", {"verb": "datastore.fill", "name": "nas-*", "free": "1MiB"})
        with self.assertRaises(exceptions.StorageFull):
            self.add(store, bytes(2 * MIB))

    def test_among_equals_the_one_with_the_most_room_is_taken(self):
        store = side.store_of(vmware_datastores=["DC0:vmfs-1:1", "DC0:nas-2:1"])
        self.assertIn("dsName=nas-2", self.add(store, b"x")[1][0])

    def test_a_datastore_that_is_not_there_leaves_a_store_that_takes_nothing(self):
        store = side.store_of(vmware_datastores=["DC0:nothing"])
        with self.assertRaises(exceptions.StoreAddDisabled):
            self.add(store, b"x")

    def test_a_datacenter_in_folders_goes_by_its_whole_path(self):
        folder = self.vcenter.content.rootFolder.CreateFolder("region")
        self.addCleanup(self.vcenter.destroy, folder)
        self.vcenter.wait(folder.MoveIntoFolder_Task([self.vcenter.datacenter]))
        root = self.vcenter.content.rootFolder
        self.addCleanup(lambda: self.vcenter.wait(root.MoveIntoFolder_Task([self.vcenter.find("region/DC0")])))
        store = side.store_of(vmware_datastores=["region/DC0:nas-1:5"])
        _image, (url, *_rest) = self.add(store, b"deep")
        self.assertIn("dcPath=region%2FDC0", url)
        self.assertEqual(self.read(url, store)[0], b"deep")
        store.delete(self.location(url, store))


class Trust(StoreCase):
    def test_the_certificate_may_be_left_unlooked_at(self):
        store = side.store_of(vmware_ca_file=None, vmware_insecure=True)
        _image, (url, *_rest) = self.add(store, b"trusting")
        self.assertEqual(self.read(url, store)[0], b"trusting")

    def test_the_service_account_of_the_documents_is_enough(self):
        store = side.store_of(vmware_server_username="openstack@vsphere.local")
        _image, (url, *_rest) = self.add(store, b"enough")
        self.assertEqual(self.read(url, store)[0], b"enough")
        store.delete(self.location(url, store))

    def test_upstream_a_store_among_several_is_never_found_by_its_name(self):
        # It is enabled as `vmware` and known as `vsphere`, and what is enabled is looked for by the first.
        side.several(fast={"vmware_datastores": ["DC0:vmfs-1"]}, cheap={"vmware_datastores": ["DC0:nas-1"]})
        with self.assertRaises(exceptions.UnknownScheme):
            multi_backend.add_with_multihash(
                side.cfg.CONF, str(uuid.uuid4()), side.Stream(b"lost"), 4, "fast", "sha512"
            )
        for name, datastore in (("fast", "vmfs-1"), ("cheap", "nas-1")):
            with self.subTest(name):
                store = side.location.SCHEME_TO_CLS_BACKEND_MAP["vsphere"][name]["store"]
                told = self.add(store, b"apart")[1]
                self.assertIn(f"dsName={datastore}", told[0])
                self.assertEqual(told[4], {"store": name})


class Trouble(StoreCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = side.store_of(vmware_api_retry_count=3)

    def setUp(self):
        self.content = noise(MIB, 5)
        self.url = self.add(self.store, self.content)[1][0]

    def expire(self):
        control("/world", {"verb": "session.expireAll", "user": "*openstack-full*"})

    def test_a_session_that_is_over_is_replaced_before_an_image_is_added(self):
        self.expire()
        url = self.add(self.store, b"after")[1][0]
        self.assertEqual(self.read(url, self.store)[0], b"after")

    def test_a_session_that_is_over_is_replaced_when_an_image_is_read_or_deleted(self):
        self.expire()
        self.assertEqual(self.read(self.url, self.store)[0], self.content)
        self.expire()
        self.assertEqual(self.store.get_size(self.location(self.url, self.store)), len(self.content))
        self.expire()
        self.store.delete(self.location(self.url, self.store))

    def test_a_connection_reset_in_an_upload_fails_it_and_the_next_one_is_well(self):
        reset = {"transport": {"reset": True}}
        hits = self.broken({"match": {"method": "PUT /folder"}, "effect": reset, "limits": {"times": 1}})
        with self.assertRaises(exceptions.BackendException):
            self.add(self.store, noise(4 * MIB, 6))
        self.assertEqual(hits(), 1)
        self.assertEqual(self.read(self.add(self.store, b"well")[1][0], self.store)[0], b"well")

    def test_a_server_that_is_too_busy_fails_an_upload_and_a_download(self):
        busy = {"transport": {"status": 503, "body": "<html>busy</html>"}}
        self.broken({"match": {"method": "*/folder"}, "effect": busy, "limits": {"times": 2}})
        with self.assertRaises(exceptions.BackendException):
            self.add(self.store, b"busy")
        with self.assertRaises(exceptions.BadStoreUri):
            self.store.get(self.location(self.url, self.store))
        self.assertEqual(self.read(self.url, self.store)[0], self.content)

    def test_a_place_that_is_taken_is_a_duplicate(self):
        taken = {"transport": {"status": 409}}
        self.broken({"match": {"method": "PUT /folder"}, "effect": taken, "limits": {"times": 1}})
        with self.assertRaises(exceptions.Duplicate):
            self.add(self.store, b"twice")

    def test_upstream_a_redirect_loses_the_cookie_so_the_old_place_is_asked_again_in_a_new_session(self):
        # requests follows redirects before the driver sees one, and takes the cookie from no header on the way.
        other = self.add(self.store, b"over here")[1][0]
        moved = {"transport": {"status": 301, "headers": {"location": other.replace("vsphere:", "https:")}}}
        hits = self.broken({"match": {"method": "GET /folder"}, "effect": moved, "limits": {"times": 1}})
        before = self.store.session._session_id
        self.assertEqual(self.read(self.url, self.store)[0], self.content)
        self.assertEqual(hits(), 1)
        self.assertNotEqual(self.store.session._session_id, before)

    def test_a_file_that_somebody_holds_is_not_deleted(self):
        path = self.url.partition("/folder/")[2].partition("?")[0]
        control("/world", {"verb": "file.lock", "path": f"[nas-1] {path}"})
        with self.assertRaises(Exception) as caught:
            self.store.delete(self.location(self.url, self.store))
        self.assertIn("lock", str(caught.exception).lower())
        control("/world", {"verb": "file.unlock", "path": f"[nas-1] {path}"})
        self.store.delete(self.location(self.url, self.store))


if __name__ == "__main__":
    run()
