package io.countersign.sandbox.harm;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.StandInClient;

/** What a harm can reach. */
record Scene(Sandbox sandbox, StandInClient binance, Traffic traffic) {}
