// Why mixing all tasks gives their mean: single waves cancel each other, and a flat cosine is left.
import { drawWaves, expectedWave, meanWave, waveValue } from '../../../core/figures/meanWave';
import { chart, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, range, slider, type Figure, type Values } from './figure';
import { words } from './metaStrings';

const xs = range(-5, 5, 100);
/** More single waves than this would be a grey block. */
const SHOWN = 20;

const wavesOf = ({ waves = 5, draw = 1 }: Values) => drawWaves(waves, draw);
const distance = (of: (x: number) => number): number =>
  Math.sqrt(xs.reduce((sum, x) => sum + (of(x) - expectedWave(x)) ** 2, 0) / xs.length);

export const meanOfWaves: Figure = {
  title: words.waveTitle,
  controls: [slider('waves', words.waves, [1, 200, 1], 5), slider('draw', words.drawNumber, [1, 20, 1], 1)],
  draw(values, width) {
    const waves = wavesOf(values);
    const options = { width, height: 260, x: { domain: [-5, 5], label: 'x' }, y: { domain: [-5, 5], label: 'y' }, title: '' } as const;
    return chart(options, (sx, sy) => {
      const drawn = (of: (x: number) => number, className: string) => curve(xs.map((x) => [x, of(x)]), sx, sy, className); // prettier-ignore
      return [
        ...waves.slice(0, SHOWN).map((wave) => drawn((x) => waveValue(wave, x), 'faint stroke-true')),
        drawn((x) => meanWave(waves, x), 'heavy stroke-sum'),
        drawn(expectedWave, 'dashed stroke-theta'),
      ];
    });
  },
  says(values) {
    const waves = wavesOf(values);
    const single = waves.reduce((sum, wave) => sum + distance((x) => waveValue(wave, x)), 0) / waves.length;
    return fill(words.waveSays, waves.length, significant(distance((x) => meanWave(waves, x))), significant(single));
  },
};
