// Devices and networks.

/** Only how fast the processor is matters: the first is the one that the goals name. */
export const DEVICES = [{ cpu: 4 }, { cpu: 1 }, { cpu: 6 }];

/** All devices on all networks, the one of the goals first. */
export function everywhere(goal) {
  const all = [4, 1, 6].flatMap((cpu) => ['none', 'slow 4G', '9 Mbps'].map((network) => ({ cpu, network })));
  return [goal, ...all.filter(({ cpu, network }) => cpu !== goal.cpu || network !== goal.network)];
}

/** Gives the words for a device and a network. */
export function nameOf({ cpu, network }) {
  const device = cpu === undefined ? '' : `CPU ${cpu}×`;
  const words = { 'slow 4G': 'Slow 4G', '9 Mbps': '9 Mbps' };
  return [device, words[network]].filter(Boolean).join(', ');
}
