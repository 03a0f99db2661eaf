# The lamp of OSS: whether OSS answers, seen from this office.

# In the top line; `.short` where it is narrow.
lamp-outage = outage
lamp-up = up { $time } s
    .short = up
lamp-slow = slow { $time } s
    .short = slow
lamp-down = no answer since { $time }
    .short = since { $time }
lamp-office = office network down
    .short = network down
lamp-portal = behind a Wi-Fi page
    .short = Wi-Fi

# When the lamp turns.
light-turned-up = OSS is back. Those who wait for OSS can be called.
light-turned-slow = OSS is slow. A step may take long; do not press its buttons twice.
light-turned-down = OSS does not answer. Go on in Loket; everything is kept here.
light-turned-office = The office network is down. Check cable or Wi-Fi. Loket goes on.
light-turned-portal = Another page stands before OSS. Open a browser and log in to the Wi-Fi.
light-turned-proxy = The office proxy does not answer. Ask who keeps the network.
light-turned-clock = Date or clock of this PC is wrong, so OSS cannot be reached. Set it right.
light-turned-tls = The certificate of OSS cannot be trusted. Do not log in to OSS for now.

# When nothing can be seen.
light-not-ready = The lamp of OSS cannot be lit: this PC cannot open a secure connection yet.
    .why = The system's list of certificates cannot be read. Loket itself is not affected. { $detail }
    .next = Ask who keeps the PC to look at the package ca-certificates.
light-offline = Loket was asked not to use the network.
    .why = --offline or LOKET_OFFLINE is set.
    .next = Leave that out to look at OSS.

# loket light.
light-asked = asked: { $address }
light-status = answer: HTTP { $status }
light-led-to = led to: { $host }
light-file = Settings of the OSS lamp, from { $file }
light-no-file = Settings of the OSS lamp, built in. To change them, make { $file }
light-see-up = OSS is up: it answers in { $time } seconds.
    .next = Go ahead in OSS.
light-see-slow = OSS is slow: it answers in { $time } seconds.
    .next = It can be used, but a step may take long. Do not press its buttons twice.
light-see-down = OSS does not answer.
    .next = Go on filling in Loket, everything is kept here. Copy it into OSS once it is back.
light-see-office = The office network is down.
    .next = Check the cable or the Wi-Fi, then ask who keeps the network. Loket can still be used.
light-see-portal = Another page stands before OSS.
    .next = Open a browser and log in to the office Wi-Fi first, then try again.
light-why-dns = Its address was not found (the DNS does not answer or does not know the name).
light-why-refused = The server there refuses the connection.
light-why-unreachable = There is no way there.
light-why-proxy = The office proxy does not answer or refuses.
    .next = Ask who keeps the network, or look at `proxy` in light.toml. Loket can still be used.
light-why-tls = Its certificate cannot be trusted; somebody may stand in between.
    .next = Do not log in to OSS for now. Ask who keeps the network, then try again.
light-why-clock = By the date of this PC the certificate of OSS is not valid.
    .next = Check date and clock of this PC, set them right, then try again.
light-why-timeout = Nothing came in { $time } seconds.
light-why-http = The server of OSS itself is in trouble (HTTP { $status }).
light-why-redirect-loop = OSS leads round and round without ever reaching a page.
light-why-cut-off = Its answer broke off.
light-why-other-page = What answers is not a page of OSS.
cli-help-light = Look once whether OSS answers from this PC, and what to do
    .settings = Show where the settings of the OSS lamp are and what they say now
