// Where the trials of a grid and of a random search fall, and which values of the important hyperparameter they try.
import { svg } from 'lit';
import { best, distinctValues, gridTrials, randomTrials, ridge } from '../../../core/figures/searchCoverage';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const xs = range(0, 1, 100);
const manyDraws = 200;
const trials = ({ side = 3, draw = 1 }: Values) => ({ grid: gridTrials(side), random: randomTrials(side ** 2, draw) });

export const searchCoverage: Figure = {
  title: words.searchTitle,
  controls: [
    slider('side', words.gridSide, [2, 6, 1], 3),
    slider('peak', words.peakPlace, [0.05, 0.95, 0.05], 0.35),
    slider('draw', words.drawNumber, [1, 20, 1], 1),
  ],
  draw(values, width) {
    const { peak = 0.35 } = values;
    const { grid, random } = trials(values);
    const options = {
      width,
      height: 280,
      x: { domain: [0, 1], label: words.importantAxis },
      y: { domain: [0, 1], label: words.unimportantAxis },
      title: '',
    } as const;
    return chart(options, (sx, sy) => [
      curve(
        xs.map((x) => [x, ridge(x, peak)]),
        sx,
        sy,
        'thin stroke-true',
      ),
      ...random.map(([x]) => svg`<line class="line thin stroke-theta" x1=${sx(x)} x2=${sx(x)} y1=${sy(0)} y2=${sy(0) - 10}></line>`),
      ...grid.map(
        ([x, y]) => svg`<rect class="mark hollow stroke-query" x=${sx(x) - 5} y=${sy(y) - 5} width="10" height="10"></rect>
          <line class="line thin stroke-query" x1=${sx(x)} x2=${sx(x)} y1=${sy(1)} y2=${sy(1) + 10}></line>`,
      ),
      ...random.map(([x, y]) => svg`<circle class="mark fill-theta" cx=${sx(x)} cy=${sy(y)} r="5"></circle>`),
    ]);
  },
  says(values) {
    const { side = 3, peak = 0.35 } = values;
    const { grid, random } = trials(values);
    const bests = Array.from({ length: manyDraws }, (_, seed) => best(randomTrials(side ** 2, seed), peak));
    const mean = bests.reduce((sum, value) => sum + value, 0) / manyDraws;
    return fill(
      words.searchSays,
      side ** 2,
      distinctValues(grid),
      digits(best(grid, peak)),
      distinctValues(random),
      digits(best(random, peak)),
      digits(mean),
    );
  },
};
