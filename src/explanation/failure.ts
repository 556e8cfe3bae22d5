import { article } from './article';
import { durationWords } from './durations';
import { ExplainedMapping, numberOfSetting, originOf, sourceOfMapping, functionTimeoutOf } from './mapping';
import type { Sentence } from './sentence';
import type { Failure, Records, Setting } from '../model/behaviour';
import { amount } from '../model/constraints';

/** Explains the handling of a record that the function fails on each time: tries, what waits meanwhile, and the end. */
export function failureSentences(mapping: ExplainedMapping, records: Records): Sentence[] {
  const failure = records.failure(mapping.reader, sourceOfMapping(mapping));
  const told = new FailureWords(mapping, records.noun, failure);
  return [
    { about: 'tries', text: told.tries(), docs: failure.docs },
    { about: 'waiting', text: told.waiting(), docs: failure.docs },
    { about: 'end', text: told.end(), docs: failure.docs },
  ];
}

/** A warning of a way to lose records without a word. */
const EMPTY_ANSWER = '; an empty answer counts as success, so that what it does not report is lost';

class FailureWords {
  private readonly retries: number | undefined;
  private readonly receives: number | undefined;
  private readonly age: number | undefined;
  private readonly retention: number | undefined;
  private readonly pause: number | undefined;

  constructor(
    private readonly mapping: ExplainedMapping,
    private readonly noun: string,
    private readonly failure: Failure,
  ) {
    this.retries = numberOfSetting(failure.retries);
    this.receives = numberOfSetting(failure.receives);
    this.age = numberOfSetting(failure.age);
    this.retention = numberOfSetting(failure.retention);
    this.pause = numberOfSetting(failure.pause);
  }

  /** How often it is tried. */
  public tries(): string {
    return this.failure.isRetriedByLambda ? this.triesOfLambda() : this.triesOfSource();
  }

  private triesOfLambda(): string {
    const { retries, isSplit } = this.failure;
    const which = `A batch with ${article(this.noun).toLowerCase()} ${this.noun} that always fails`;
    return sentences(
      `${which} is tried ${this.often()}${this.untilOld()}`,
      retries === undefined ? '' : 'A try that is throttled does not count, and is made again',
      isSplit ? `Each time it is cut in two, which uses up no retry, so that the ${this.noun} ends up alone` : '',
      this.isPartial()
        ? `Where the function reports what failed, the ${this.noun}s before the first failed one are done ` +
            `with${EMPTY_ANSWER}`
        : '',
    );
  }

  private often(): string {
    const { retries } = this.failure;
    if (retries === undefined) return 'again and again';
    const from = ` (${originOf(retries, this.mapping.names)})`;
    if (this.retries === undefined) return `again as often as ${originOf(retries, this.mapping.names)} says`;
    if (this.retries === 0) return `once, and not again${from}`;
    return `at most ${times(this.retries + 1)}: once, and ${times(this.retries)} more${from}`;
  }

  /** By itself, the end of all tries; beside a number of retries, what may end them sooner. */
  private untilOld(): string {
    const { age, retries, retention } = this.failure;
    const ages = age && `its ${this.noun}s are ${this.timeOf(age)} old (${originOf(age, this.mapping.names)})`;
    if (ages) return retries === undefined ? ` until ${ages}` : `, and no longer than until ${ages}`;
    return retries === undefined ? ` until it succeeds or its ${this.noun}s expire${this.lifetime(retention)}` : '';
  }

  private triesOfSource(): string {
    const { receives } = this.failure;
    const which = `${article(this.noun)} ${this.noun} that always fails`;
    return sentences(
      receives === undefined
        ? `${which} comes back again and again${this.apart()}. It does so until ${this.sentAway()}it ` +
            `expires${this.lifetime(this.failure.retention)}`
        : `${which} is handed out ${this.handedOut(receives)}${this.apart()}`,
      receives === undefined ? '' : 'A time when the function is throttled counts too',
      this.companions(),
    );
  }

  /** Words for what may end it before it expires, where that is not known. */
  private sentAway(): string {
    const { unknownDestination } = this.failure;
    return unknownDestination === undefined ? '' : `${unknownDestination}, if there is one, sends it away or `;
  }

  private handedOut(receives: Setting): string {
    const from = originOf(receives, this.mapping.names);
    return this.receives === undefined ? `as often as ${from} says` : `at most ${times(this.receives)} (${from})`;
  }

  private apart(): string {
    const { pause } = this.failure;
    if (pause === undefined) return '';
    return this.pause === undefined
      ? `, apart by ${originOf(pause, this.mapping.names)}`
      : `, at least ${this.timeOf(pause)} apart (${originOf(pause, this.mapping.names)})`;
  }

  /** A batch that fails comes back as a whole, unless the function says what failed. */
  private companions(): string {
    const [size] = this.mapping.reader.values('batchSize');
    if (numberOfSetting({ value: size }) === 1) return '';
    return this.isPartial()
      ? `Of its batch, only the ${this.noun}s come back that the function reports as failed, and all where it fails ` +
          `as a whole${EMPTY_ANSWER}`
      : `All of its batch comes back with it and is processed again, and that counts for each ${this.noun}`;
  }

  /** Says what waits for it, and how long. */
  public waiting(): string {
    const { holdsUp, isRetriedByLambda } = this.failure;
    if (holdsUp === undefined) return sentences(`Other ${this.noun}s do not wait for it`);
    return sentences(`Meanwhile ${holdsUp}${isRetriedByLambda ? this.howLong() : this.howLongAtLeast()}`);
  }

  private howLongAtLeast(): string {
    if (this.failure.receives === undefined) {
      return `, until it succeeds or ${this.sentAway()}expires${this.lifetime(this.failure.retention)}`;
    }
    const spent = this.spent();
    return spent === undefined
      ? '; AWS gives no figure for how long'
      : ` at least ${durationWords(spent)} (${this.receives} × ${durationWords(this.pause!)})`;
  }

  /** The least time until the source gives it up, in seconds. */
  private spent(): number | undefined {
    return this.receives !== undefined && this.pause !== undefined ? this.receives * this.pause : undefined;
  }

  private howLong(): string {
    const timeout = functionTimeoutOf(this.mapping);
    const runs =
      this.retries === undefined || timeout === undefined
        ? ''
        : ` up to ${durationWords((this.retries + 1) * timeout)} (${this.retries + 1} × ${durationWords(timeout)}, ` +
          `the timeout of the function)` +
          ' and the pauses between the tries, for which AWS gives no figure';
    if (this.failure.age !== undefined) {
      const oldest = `its ${this.noun}s are about ${this.timeOf(this.failure.age)} old`;
      return runs === '' ? `, until ${oldest}` : `${runs}, and not after ${oldest}`;
    }
    if (this.failure.retries === undefined) return `, until it succeeds or its ${this.noun}s expire`;
    return runs === '' ? ' for all tries and the pauses between them, for which AWS gives no figure' : runs;
  }

  /** Says where it ends up. */
  public end(): string {
    const { destination, unknownDestination, expired, receives } = this.failure;
    if (destination) return this.failure.isRetriedByLambda ? this.destinationOfLambda() : this.destinationOfSource();
    if (unknownDestination) {
      return sentences(
        `Whether it then goes to a dead-letter queue is up to ${unknownDestination}, which is not known here; ` +
          `without one, it is lost`,
      );
    }
    if (this.isGivenUp()) {
      return sentences(
        'Then it is lost: there is no failure destination',
        this.failure.isRetriedByLambda
          ? `The ${this.noun}s stay in the source until they expire there, and this mapping does not come back to them`
          : '',
      );
    }
    return sentences(receives === undefined ? `When it expires, ${expired}` : 'Then it is lost');
  }

  /** Whether Lambda ever stops before the source does. */
  private isGivenUp(): boolean {
    const { retries, age } = this.failure;
    if (retries !== undefined) return true;
    return age !== undefined && !this.expiresFirst();
  }

  private expiresFirst(): boolean {
    return this.age !== undefined && this.retention !== undefined && this.retention <= this.age;
  }

  private destinationOfLambda(): string {
    const { destination, retention, retries, age } = this.failure;
    const context = `${this.mapping.names.resource(destination!.value)}, the ${destination!.noun},`;
    if (retries === undefined && (age === undefined || this.expiresFirst())) {
      const reason =
        age === undefined
          ? 'no limit makes Lambda stop retrying a batch'
          : `its ${this.noun}s expire, ${this.timeOf(retention)} after they were written, before they are ` +
            `${this.durationOf(age)} old`;
      return sentences(
        `${context} may get nothing: ${reason}. When its ${this.noun}s expire in the source, they are lost, as far ` +
          `as AWS documents it`,
      );
    }
    return sentences(
      `Then ${context} ${this.received()}`,
      `${capital(this.noun)}s that expire in the source before that are lost`,
    );
  }

  private received(): string {
    const { destination, retention } = this.failure;
    switch (destination!.getsRecord) {
      case true:
        return `gets the batch with its ${this.noun}s`;
      case false:
        return (
          `learns where the batch was and why it failed, and not its ${this.noun}s. Read these from the source ` +
          `before they expire there` +
          `${this.lifetime(retention)}, or they are lost`
        );
      default:
        return (
          `learns of it: with the ${this.noun}s if it is a bucket, and without them otherwise, so that they ` +
          `are lost when they expire`
        );
    }
  }

  private destinationOfSource(): string {
    const { destination, retention } = this.failure;
    const name = this.mapping.names.resource(destination!.value);
    const spent = this.spent();
    if (spent !== undefined && this.retention !== undefined && spent >= this.retention) {
      return sentences(
        `It never comes to ${name}, the ${destination!.noun}: that takes at least ${durationWords(spent)}, and it ` +
          `expires first` +
          `${this.lifetime(retention)}. Then it is lost`,
      );
    }
    const after = spent === undefined ? '' : `, at least ${durationWords(spent)} after the first try`;
    return sentences(
      `Then it goes to ${name}, the ${destination!.noun}${after}, unless it expires ` +
        `before${this.lifetime(retention)} and is lost`,
      this.kept(spent),
    );
  }

  /** A dead-letter queue forgets too. */
  private kept(spent: number | undefined): string {
    const keeps = this.failure.destination!.keeps;
    if (keeps === undefined) return '';
    const limit = numberOfSetting(keeps);
    const name = this.mapping.names.resource(this.failure.destination!.value);
    if (limit === undefined) return `There it is lost when ${originOf(keeps, this.mapping.names)} is over`;
    // The time may be over already, if it counts from the first queue on.
    if (spent !== undefined && spent >= limit && this.failure.holdsUp === undefined) {
      return (
        `But ${name} keeps it until ${durationWords(limit)} after ${keeps.since} only, which is over by ` +
        `then: it is lost`
      );
    }
    return `There it is lost ${durationWords(limit)} after ${keeps.since} (${originOf(keeps, this.mapping.names)})`;
  }

  private isPartial(): boolean {
    return this.mapping.reader.values('functionResponseTypes[]').includes('ReportBatchItemFailures');
  }

  /** A time with where it comes from. */
  private durationOf(setting: Setting): string {
    const seconds = numberOfSetting(setting);
    const from = originOf(setting, this.mapping.names);
    return seconds === undefined ? from : `${durationWords(seconds)} (${from})`;
  }

  private timeOf(setting: Setting): string {
    const seconds = numberOfSetting(setting);
    return seconds === undefined ? `as ${originOf(setting, this.mapping.names)} says` : durationWords(seconds);
  }

  /** When something expires, to be read after that word. */
  private lifetime(setting: Setting): string {
    const seconds = numberOfSetting(setting);
    const from = ` (${originOf(setting, this.mapping.names)})`;
    return seconds === undefined
      ? from
      : ` (${durationWords(seconds)} after it came there: ${originOf(setting, this.mapping.names)})`;
  }
}

function times(count: number): string {
  return count === 1 ? '1 time' : `${amount(count)} times`;
}

function sentences(...texts: string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => `${text}.`)
    .join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
