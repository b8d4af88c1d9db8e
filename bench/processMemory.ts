import { readFile, readdir } from 'node:fs/promises';

/**
 * The memory of a process and all its descendants as Linux shares it out: pages that several use count once, split among
 * them (proportional set size, /proc/PID/smaps_rollup).
 * @returns bytes
 */
export async function proportionalMemory(root: number): Promise<number> {
  let sum = 0;
  for (const pid of await family(root)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    sum += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
  }
  return sum;
}

async function family(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The program's name stands in brackets and may hold anything; state and parent follow.
    const parent = /\) \S (\d+)/.exec(stat.slice(stat.lastIndexOf(')')))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}
