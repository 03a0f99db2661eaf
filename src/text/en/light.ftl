# The lamp of OSS: whether OSS answers, seen from this office.

# In the top line; `.short` where it is narrow.
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
