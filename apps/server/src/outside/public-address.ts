import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses by which a server reaches itself or its neighbours: loopback, private, link-local (where clouds keep secrets), shared, multicast, reserved. */
const INNER = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) INNER.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is routed in public; and of that not what wraps an IPv4 address (6to4, Teredo) nor the examples'. */
const PUBLIC6 = new BlockList();
PUBLIC6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16]] as const) INNER.addSubnet(net, bits, 'ipv6');

export class InnerAddress extends Error {
  constructor(host: string) { super(`${host} is an address of this machine or network`); }
}

export function isPublic(ip: string): boolean {
  return isIP(ip) === 4 ? !INNER.check(ip, 'ipv4') : isIP(ip) === 6 && PUBLIC6.check(ip, 'ipv6') && !INNER.check(ip, 'ipv6');
}

/**
 * Resolves a name for a connection, and refuses it if any of its addresses is an inner one. It is asked at the moment of connecting, so that a name that
 * answers otherwise the second time gains nothing.
 */
export const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '');
    const inner = addresses.find(({ address }) => !isPublic(address));
    if (inner || !addresses.length) return answer(new InnerAddress(host), '');
    return options.all ? answer(null, addresses) : answer(null, addresses[0]!.address, addresses[0]!.family);
  });
};

/** @throws InnerAddress where the address itself, or what its name stands for, is not public; the resolver's error for a name nobody knows */
export async function insistOnPublic(url: URL): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) {
    if (!isPublic(host)) throw new InnerAddress(host);
    return;
  }
  await new Promise<void>((done, fail) => publicLookup(host, { all: true }, (error) => (error ? fail(error) : done())));
}
