// npm soap, a plain WSDL client: everything it knows comes from the server.
import assert from 'node:assert/strict';
import { createClientAsync } from 'soap';
import { run } from '../node/case.mjs';

const { SIMSPHERE_URL, SIMSPHERE_USER, SIMSPHERE_PASSWORD } = process.env;

const client = await createClientAsync(`${SIMSPHERE_URL}/vimService.wsdl`, { forceSoap12Headers: false });
const reference = (type, value) => ({ attributes: { type }, $value: value });
const call = async (method, target, values = {}) => (await client[`${method}Async`]({ _this: target, ...values }))[0];

const { returnval: content } = await call('RetrieveServiceContent', reference('ServiceInstance', 'ServiceInstance'));
const manager = (name) => reference(content[name].attributes.type, content[name].$value);

const retrieve = async (object, paths) => {
  const specSet = {
    propSet: { type: object.attributes.type, pathSet: paths },
    objectSet: { obj: object },
  };
  const answer = await call('RetrievePropertiesEx', manager('propertyCollector'), { specSet, options: {} });
  const [found] = [answer.returnval.objects].flat();
  return Object.fromEntries([found.propSet].flat().map(({ name, val }) => [name, val.$value ?? val]));
};

const find = async (inventoryPath) => {
  const { returnval } = await call('FindByInventoryPath', manager('searchIndex'), { inventoryPath });
  return reference(returnval.attributes.type, returnval.$value);
};

await run('soap/client', {
  'the service content is read before anybody has logged in': () => {
    assert.equal(content.about.apiType, 'VirtualCenter');
    assert.equal(content.rootFolder.$value, 'group-d1');
  },
  'what needs a session is refused without one': async () => {
    await assert.rejects(
      call('CurrentTime', reference('ServiceInstance', 'ServiceInstance')),
      /session is not authenticated/,
    );
  },
  'a login gives a cookie that opens the rest': async () => {
    const login = { userName: SIMSPHERE_USER, password: SIMSPHERE_PASSWORD };
    const { returnval: session } = await call('Login', manager('sessionManager'), login);
    assert.match(session.key, /^[0-9a-f-]{36}$/);
    const [cookie] = client.lastResponseHeaders['set-cookie'];
    assert.match(cookie, /^vmware_soap_session="[0-9a-f]{40}"; Path=\/; HttpOnly; Secure;?$/);
    client.addHttpHeader('Cookie', cookie.split(';')[0]);
    const { returnval: now } = await call('CurrentTime', reference('ServiceInstance', 'ServiceInstance'));
    assert.ok(!Number.isNaN(Date.parse(now)));
  },
  'an object is found and its properties are read': async () => {
    const vm = await find('DC0/vm/DC0_H0_VM0');
    const found = await retrieve(vm, ['name', 'runtime.powerState', 'config.hardware.memoryMB']);
    assert.equal(found.name, 'DC0_H0_VM0');
    assert.equal(found['runtime.powerState'], 'poweredOn');
  },
  'the types of what an array holds are told under the prefix these clients look for': async () => {
    const vm = await find('DC0/vm/DC0_H0_VM0');
    const { 'config.hardware.device': devices } = await retrieve(vm, ['config.hardware.device']);
    const types = devices.VirtualDevice.map((device) => device.attributes['xsi:type']);
    assert.ok(types.includes('VirtualDisk'), types.join());
  },
  'a fault is told with its text and its type': async () => {
    const gone = call('PowerOnVM_Task', reference('VirtualMachine', 'vm-404404'));
    await assert.rejects(gone, (error) => {
      assert.match(error.message, /has already been deleted or has not been completely created/);
      assert.equal(error.response.status, 500);
      return true;
    });
  },
  'a machine is switched off and on': async () => {
    const vm = await find('DC0/vm/DC0_H0_VM1');
    for (const [method, state] of [
      ['PowerOffVM_Task', 'poweredOff'],
      ['PowerOnVM_Task', 'poweredOn'],
    ]) {
      const { returnval } = await call(method, vm);
      const task = reference('Task', returnval.$value);
      let info;
      do info = (await retrieve(task, ['info.state']))['info.state'];
      while (info === 'queued' || info === 'running');
      assert.equal(info, 'success');
      assert.equal((await retrieve(vm, ['runtime.powerState']))['runtime.powerState'], state);
    }
  },
});
