// The protocol fuzzer asks whatever the server answers: a new request is one of its questions as well.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { features } from '../../server/src/lsp/features.ts';
import { questions } from '../fuzz/protocol/questions.ts';

describe('guard: the protocol fuzzer', () => {
  it('asks every request that the server answers', () => {
    assert.deepEqual(Object.keys(questions).sort(), features.map(({ method }) => method).sort());
  });

  it('goes on from what is asked before', () => {
    const asked = Object.keys(questions);
    for (const [method, question] of Object.entries(questions))
      if (question.of !== undefined) assert.ok(asked.indexOf(question.of) < asked.indexOf(method), method);
  });
});
