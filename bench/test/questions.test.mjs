import assert from 'node:assert/strict';
import { test } from 'node:test';
import { surveyOfPack } from '../lib/questions.mjs';

test('the form of SurveyJS has five pages of eight questions with our texts', async () => {
  const { pages } = await surveyOfPack();
  assert.deepEqual(pages.map(({ elements }) => elements.length), [8, 8, 8, 8, 8]);
  const all = pages.flatMap(({ elements }) => elements);
  assert.equal(new Set(all.map(({ name }) => name)).size, 40);
  assert.ok(all.every(({ title }) => title.length > 0));
  assert.ok(all.every(({ choices }) => !choices || choices.every(({ text }) => text)));
});
