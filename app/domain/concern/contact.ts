/** Whom to call about a child in an area of a council. Phone numbers are national digits. */
export interface ConcernContact {
  /** "Northmoor children’s front door" */
  service: string;
  phone: string;
  outOfHoursPhone: string | null;
  /** An https address. */
  webPage: string | null;
}

/** A contact as the directory publishes it. */
export interface PublishedContact extends ConcernContact {
  /** The council's official code. */
  areaCode: string;
  /** ISO date on which somebody of the partnership last said that it is right. */
  checkedOn: string;
}

/** An area of the partnership as those who keep its contact see it. `revision` is 0 while nothing was ever recorded. */
export interface AreaContact {
  areaId: string;
  areaCode: string;
  area: string;
  revision: number;
  /** Null while no number is known: the public is shown the national ones. */
  contact: ConcernContact | null;
  checkedOn: string | null;
}
