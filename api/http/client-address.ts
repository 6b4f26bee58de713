import { BlockList, isIP } from 'node:net'

/** Whether a proxy is one of ours, whose word about who called it is believed. */
export type IsTrusted = (address: string) => boolean

/** What a request says about where it comes from. */
export interface Hops {
  /** Address of the socket. */
  peer: string | undefined
  /** Value of `X-Forwarded-For`. */
  forwardedFor: string | undefined
  /** Value of `Forwarded` (RFC 7239). */
  forwarded: string | undefined
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a text is an address, or a range such as `10.0.0.0/8`. */
export function isAddressOrRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const bits = isIP(address) === 6 ? 128 : isIP(address) === 4 ? 32 : -1
  if (rest.length > 0 || bits < 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
}

/** Makes the list of proxies that are believed, from addresses and ranges. */
export function createTrust(proxies: string[]): IsTrusted {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return proxies.length === 0 ? () => false : (address) => list.check(address, familyOf(address))
}

/** An address without port, brackets, zone and the IPv6 form of an IPv4 one; null where it is none. */
function parseAddress(text: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = bare.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIP(address) === 0 ? null : address
}

const hopsOfForwarded = (value: string) =>
  value.split(',').map((hop) => /(?:^|;)\s*for\s*=\s*"?([^";]+)"?/i.exec(hop)?.[1]?.trim() ?? '')

/** The address nearest to us that is not a trusted proxy, reading from the right; the last proxy's where it is hidden. */
function walk(peer: string, hops: string[], isTrusted: IsTrusted): string {
  let nearest = peer
  for (const hop of hops.toReversed()) {
    const address = parseAddress(hop.trim())
    if (address === null) return nearest
    nearest = address
    if (!isTrusted(address)) return nearest
  }
  return nearest
}

/**
 * Where a request comes from; null where that is unknown. What a request says of itself counts only where a trusted
 * proxy sent it. If it says it in two ways that disagree, one was written by the sender, and the proxy's own counts.
 */
export function readClientAddress({ peer, forwardedFor, forwarded }: Hops, isTrusted: IsTrusted): string | null {
  const own = peer === undefined ? null : parseAddress(peer)
  if (own === null || !isTrusted(own)) return own
  const said = [
    ...(forwardedFor === undefined ? [] : [walk(own, forwardedFor.split(','), isTrusted)]),
    ...(forwarded === undefined ? [] : [walk(own, hopsOfForwarded(forwarded), isTrusted)]),
  ]
  return new Set(said).size === 1 ? (said[0] ?? own) : own
}

/** The groups of a part of an IPv6 address, without leading zeros; an IPv4 address in it stands for two. */
const groupsOf = (part: string) =>
  part
    .split(':')
    .filter(Boolean)
    .flatMap((group) => (group.includes('.') ? ['0', '0'] : [parseInt(group, 16).toString(16)]))

/** What is counted as one sender: an IPv4 address, or the /64 that a provider gives to a single IPv6 customer. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [start = '', end = ''] = address.split('::')
  const [left, right] = [groupsOf(start), groupsOf(end)]
  const zeros = Array<string>(8 - left.length - right.length).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}
