import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { StrengthPort } from '#services/ports'

let judge: ZxcvbnFactory | null = null

/** zxcvbn with its dictionaries of common passwords; made at the first question, for it takes a moment. */
export const passwordStrength: StrengthPort = {
  score(password) {
    judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
    // What is longer than this is not judged more harshly for it, and costs time.
    return judge.check(password.slice(0, 100)).score
  },
}
