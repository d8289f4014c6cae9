package io.countersign.gateway.events;

/** Why a stream is over. */
public enum End {
    /** Nothing more will happen to the request. */
    SETTLED,
    /** The token that opened it has expired, or the stream was open for as long as one may be. */
    EXPIRED,
    /** It was read more slowly than things happened. */
    TOO_SLOW,
    /** The gateway stops; another one goes on. */
    STOPPING
}
