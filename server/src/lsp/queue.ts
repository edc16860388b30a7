// Work that waits for the disk, one piece after the other, so that what is read never overtakes what was read before.

export interface Queue {
  /** Does the task after all that were added before; one that fails is reported and the rest goes on. */
  add(task: () => Promise<void>): void;
  /** Settles when all that has been added by now is done. */
  idle(): Promise<void>;
  readonly isBusy: boolean;
}

export function createQueue(report: (error: unknown) => void): Queue {
  let tail = Promise.resolve();
  let waiting = 0;
  return {
    add(task) {
      waiting++;
      tail = tail
        .then(task)
        .catch(report)
        .finally(() => waiting--);
    },
    idle: () => tail,
    get isBusy() {
      return waiting > 0;
    },
  };
}
