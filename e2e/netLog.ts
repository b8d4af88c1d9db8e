import { z } from 'zod';

/**
 * The addresses that a Chromium network log (--log-net-log) says were asked for outside of this computer: requests by
 * http, https, ws or ftp, and host names that were looked up.
 * @param text the log's JSON; one of a process that was ended early lacks its closing brackets
 */
export function outwardTraffic(text: string): readonly string[] {
  const log = netLog.parse(JSON.parse(closed(text)));
  const kinds = new Map(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]));
  return log.events.flatMap(({ type, params }) => {
    const kind = kinds.get(type) ?? '';
    if (params?.url !== undefined && /^(https?|wss?|ftp):/.test(params.url)) return [`${kind} ${params.url}`];
    return params?.host !== undefined && kind.startsWith('HOST_RESOLVER') ? [`${kind} ${params.host}`] : [];
  });
}

const netLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(
    z.object({
      type: z.number(),
      params: z.object({ url: z.string().optional(), host: z.string().optional() }).optional(),
    }),
  ),
});

function closed(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith('}]}') || trimmed.endsWith('}') ? trimmed : `${trimmed.replace(/,$/, '')}]}`;
}
