// Preloaded into the editor's server and extension host: notes in a file each connection that would leave this machine.
'use strict';
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const log = process.env.E_SHIKAKU_OUTSIDE_LOG;
const local = /^(127\.|::1$|localhost$|0\.0\.0\.0$)/;
const note = (what) => fs.appendFileSync(log, `${what}\n`);

if (log) {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    // Callers pass (options), (port, host) or (path), and net itself a normalised array of these.
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    const host =
      typeof first === 'object' && first !== null ? (first.path ? undefined : first.host) : typeof second === 'string' ? second : undefined;
    if (typeof host === 'string' && !local.test(host)) note(`connect ${host}`);
    return connect.apply(this, args);
  };
  const { lookup } = dns;
  dns.lookup = function (name, ...rest) {
    if (typeof name === 'string' && !local.test(name)) note(`look up ${name}`);
    return lookup.call(this, name, ...rest);
  };
}
