// The search with hits for a reading.
import { searchFor } from '../../window/support/reader.mjs';

export const search = {
  height: 800,
  async steps(window) {
    await searchFor(window, 'めたがくしゅう');
  },
};
