/** Space in the kernel's memory, handed out once and kept, and views that survive growth. */
import type { KernelMemory } from './kernelModule';

const PAGE = 65536;

export class KernelSpace {
  /** The whole memory as float32; replaced when the memory grows. */
  floats: Float32Array;
  readonly #memory: KernelMemory;
  #next: number;

  constructor(memory: KernelMemory, heapBase: number) {
    this.#memory = memory;
    this.#next = Math.ceil(heapBase / 16) * 16;
    this.floats = new Float32Array(memory.buffer);
  }

  /** Address of `bytes` zeroed bytes, aligned to 16. */
  take(bytes: number): number {
    const address = this.#next;
    this.#next += Math.ceil(bytes / 16) * 16;
    const missing = this.#next - this.#memory.buffer.byteLength;
    if (missing > 0) {
      // Growing by half of what is there keeps the number of growths small.
      this.#memory.grow(Math.ceil(Math.max(missing, this.#memory.buffer.byteLength / 2) / PAGE));
      this.floats = new Float32Array(this.#memory.buffer);
    }
    return address;
  }

  /** Bytes handed out so far. */
  get used(): number {
    return this.#next;
  }

  integers(address: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, address, length);
  }
}
