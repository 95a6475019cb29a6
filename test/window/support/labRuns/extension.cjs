// Runs of the lab that tests and pictures ask for by name: a command with settings, as another extension would call it.
'use strict';
const vscode = require('vscode');

const RUNS = {
  symbols: { family: 'symbols', iterations: 300 },
  navigation: { family: 'navigation', iterations: 40 },
  bowls: { family: 'bowls', innerSteps: 3 },
  line: { family: 'bowls', dimension: 1 },
  firstOrder: { algorithm: 'fomaml', iterations: 200 },
  pretraining: { algorithm: 'pretrain', iterations: 200 },
  short: { iterations: 300 },
  long: { iterations: 20000 },
};

exports.activate = (context) => {
  for (const [name, settings] of Object.entries(RUNS)) {
    const run = () => vscode.commands.executeCommand('eShikaku.runMamlDemo', settings);
    context.subscriptions.push(vscode.commands.registerCommand(`labRuns.${name}`, run));
  }
};
