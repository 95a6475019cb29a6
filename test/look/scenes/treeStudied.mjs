// The tree after some weeks of study: read, opened, weak and mastered topics.
import { seedRecord } from '../../window/support/seededRecord.mjs';

export const treeStudied = {
  sideBar: true,
  height: 1400,
  async steps(window) {
    seedRecord(window.server);
    await window.view('E資格');
    await window.row('順伝播型').click();
    await window.row('多層パーセプトロン').click();
    await window.row('(1) 機械学習の基礎').click();
    await window.row('深層モデルのための最適化').click();
    await window.row('環境構築').click();
    await window.page.waitForTimeout(1000);
  },
};
