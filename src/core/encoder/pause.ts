/**
 * Lets other work of the thread have its turn (above all the message that says stop) between two pieces of a long job.
 *
 * Timers are no good: a browser makes them wait for four milliseconds. A message to oneself is what browsers have instead, but
 * Node serves a thousand of them before anything else; it has `setImmediate`.
 */
export class Pause {
  private readonly channel = 'setImmediate' in globalThis ? null : new MessageChannel();

  next(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.channel) {
        setImmediate(resolve);
        return;
      }
      this.channel.port1.onmessage = () => {
        resolve();
      };
      this.channel.port2.postMessage(null);
    });
  }

  close(): void {
    this.channel?.port1.close();
  }
}
