/**
 * Lets other work of the thread have its turn (above all the message that says stop) between two pieces of a long job.
 * A message to oneself is used, since timers wait for four milliseconds in a browser.
 */
export class Pause {
  private readonly channel = new MessageChannel();
  private go: () => void = () => undefined;

  constructor() {
    this.channel.port1.onmessage = () => {
      this.go();
    };
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.go = resolve;
      this.channel.port2.postMessage(null);
    });
  }

  /** Without this a Node process would not end. */
  close(): void {
    this.channel.port1.close();
  }
}
